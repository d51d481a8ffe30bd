package org.diban.indicator.form;

/**
 * The binding of an indicator to a measure's definition.
 *
 * @param id for example {@code AVAIL}
 * @param version the definition's version, from 1
 */
public record MeasureRef(String id, int version) {}
