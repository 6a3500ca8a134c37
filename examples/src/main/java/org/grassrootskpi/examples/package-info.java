/**
 * Contains programs to run and read: the commands of the examples jar and, in {@link org.grassrootskpi.examples.demo}, short
 * programs that use the library as a Maven user would.
 */
@NullMarked
package org.grassrootskpi.examples;

import org.jspecify.annotations.NullMarked;
