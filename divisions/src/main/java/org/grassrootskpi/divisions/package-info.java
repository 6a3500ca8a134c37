/**
 * Lists every region of the country, from province to township, by statistical code and by name.
 *
 * <p>{@link org.grassrootskpi.divisions.Divisions} reads the list of this module and returns {@link
 * org.grassrootskpi.divisions.Division divisions}, or {@link org.grassrootskpi.model.Region regions} for a catalogue:
 *
 * <pre>{@code
 * Divisions china = Divisions.load();
 * china.byCode("440307003").path();                     // 广东省/深圳市/龙岗区/平湖街道
 * china.byPath("深圳市/平湖街道").code();                  // 440307003
 * china.find("鼓楼区");                                  // four, in Nanjing, Xuzhou, Fuzhou and Kaifeng
 * china.children("440307").size();                      // 14 subdistricts
 * Catalog.builder().addAllRegions(china.regions("440307003"));
 * }</pre>
 *
 * <p>A name or a code that is not in the list throws {@link org.grassrootskpi.model.UnknownIdException} with the nearest
 * spelling; a name that several divisions have throws {@link org.grassrootskpi.divisions.AmbiguousDivisionException} with
 * all of them.
 *
 * <p>The list ends at the township: communities and villages belong to the catalogue of their subdistrict. It holds the
 * 31 provinces of the mainland; the statistics that it comes from code no divisions of Hong Kong, Macao and Taiwan.
 */
@NullMarked
package org.grassrootskpi.divisions;

import org.jspecify.annotations.NullMarked;
