/**
 * The objects of this library as JSON with Jackson 3, whose packages begin with {@code tools.jackson}:
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new GrassrootsKpiModule()).build();
 * }</pre>
 *
 * <p>{@link org.grassrootskpi.json.JsonTree} says what they look like; for Jackson 2 there is {@link
 * org.grassrootskpi.json.GrassrootsKpiModule} in core.
 */
@NullMarked
package org.grassrootskpi.jackson3;

import org.jspecify.annotations.NullMarked;
