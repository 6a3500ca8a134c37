/**
 * Writes and reads the objects of this library as JSON with Jackson 3, whose packages begin with {@code tools.jackson}:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new GrassrootsKpiModule()).build();
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.json.JsonTree} describes their form; for Jackson 2 use {@link
 * org.grassrootskpi.json.GrassrootsKpiModule} of core.
 */
@NullMarked
package org.grassrootskpi.jackson3;

import org.jspecify.annotations.NullMarked;
