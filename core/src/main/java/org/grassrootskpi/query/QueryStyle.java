package org.grassrootskpi.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The style in which Immutables generates the query: a package-private implementation. Not kept in class files. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        get = {"is*", "*"},
        allowedClasspathAnnotations = {Override.class})
@interface QueryStyle {}
