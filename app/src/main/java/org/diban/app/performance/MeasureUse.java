package org.diban.app.performance;

/**
 * An indicator that is bound to a measure.
 *
 * @param form the form
 * @param year its year
 * @param project its project
 * @param indicator the indicator's identifier
 * @param name 三级指标
 */
public record MeasureUse(String form, int year, String project, String indicator, String name) {}
