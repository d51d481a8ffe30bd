/**
 * The district that a first start shows: synthetic, labelled as such in every name, and the same for the same seed.
 *
 * <p>{@link org.diban.sample.district.SampleDistrict} makes units, people without passwords, and projects with the changes that their forms go through. Figures are
 * entered with small generated files or missing; none is presented as measured. {@link org.diban.sample.district.PublishedForms} holds the figures of
 * eleven published forms, with goals shortened in our own words.
 */
@NullMarked
package org.diban.sample.district;

import org.jspecify.annotations.NullMarked;
