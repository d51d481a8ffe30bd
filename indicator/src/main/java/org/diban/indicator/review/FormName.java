package org.diban.indicator.review;

/**
 * Which form a finding is about.
 *
 * @param key the caller's name for the form: an identifier, or a file and a line
 * @param year the year of the form
 * @param project 项目名称
 * @param department 主管部门
 */
public record FormName(String key, int year, String project, String department) {}
