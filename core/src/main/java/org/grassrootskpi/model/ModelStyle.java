package org.grassrootskpi.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style in which Immutables generates the model: package-private implementations behind public types. Not kept in
 * class files, so that the compilers of those who use the model never look for Immutables.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        depluralize = true,
        depluralizeDictionary = {"alias:aliases", "veto:vetoes"},
        allowedClasspathAnnotations = {Override.class})
@interface ModelStyle {}
