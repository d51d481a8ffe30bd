package org.diban.sample.district;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.diban.indicator.measure.MeasureCatalogue;
import org.diban.kernel.problem.Text;

/**
 * A synthetic district: the same for the same seed, and labelled 示例 (sample) in every name.
 *
 * @param units every unit after the one it belongs to
 * @param people people without passwords
 * @param projects projects with their forms
 */
public record SampleDistrict(List<SampleUnit> units, List<SamplePerson> people, List<SampleProject> projects) {
    private static final String[] NUMBERS = {"一", "二", "三", "四", "五", "六"};

    public SampleDistrict {
        units = List.copyOf(units);
        people = List.copyOf(people);
        projects = List.copyOf(projects);
    }

    /**
     * Makes a district.
     *
     * @param seed the same seed makes the same district
     * @param measures the definitions that the figures claim to follow
     */
    public static SampleDistrict of(long seed, MeasureCatalogue measures) {
        return new SampleDistrict(
                allUnits(), allPeople(), new SampleProjects(new SplittableRandom(seed), measures).all());
    }

    private static List<SampleUnit> allUnits() {
        List<SampleUnit> units = new ArrayList<>();
        units.add(new SampleUnit(
                "district", null, SampleUnit.Kind.DISTRICT, new Text("示例区(合成)", "Sample District (synthetic)")));
        department(units, "centre", "示例区大数据中心", "Sample Big-Data Centre");
        department(units, "finance", "示例区财政局", "Sample Finance Bureau");
        department(units, "operations", "示例区城运中心", "Sample City Operation Centre");
        for (int street = 1; street <= 4; street++) {
            String key = "street-" + street;
            units.add(new SampleUnit(
                    key,
                    "district",
                    SampleUnit.Kind.STREET,
                    new Text("示例" + NUMBERS[street - 1] + "街道", "Sample Street " + street)));
            for (int n = 1; n <= 3; n++) {
                units.add(new SampleUnit(
                        key + "-" + n,
                        key,
                        SampleUnit.Kind.NEIGHBOURHOOD,
                        new Text(
                                "示例" + NUMBERS[street - 1] + "街道第" + NUMBERS[n - 1] + "居民委员会",
                                "Sample Street " + street + ", Neighbourhood " + n)));
            }
        }
        return units;
    }

    private static void department(List<SampleUnit> units, String key, String zh, String en) {
        units.add(new SampleUnit(key, "district", SampleUnit.Kind.DEPARTMENT, new Text(zh, en)));
    }

    private static List<SamplePerson> allPeople() {
        return List.of(
                person("demo-officer", "示例项目经办", "Sample project officer", "centre", "PROJECT_OFFICER"),
                person("demo-finance", "示例财务", "Sample finance officer", "centre", "FINANCE_OFFICER"),
                person("demo-assessor", "示例评价人", "Sample assessor", "finance", "ASSESSOR"),
                person("demo-supervisor", "示例监管人", "Sample supervisor", "finance", "SUPERVISOR"),
                person("demo-leader", "示例领导", "Sample leader", "centre", "LEADER"),
                person("demo-security", "示例安全管理员", "Sample security administrator", "centre", "SECURITY_ADMIN"),
                person("demo-audit", "示例审计管理员", "Sample audit administrator", "centre", "AUDIT_ADMIN"));
    }

    private static SamplePerson person(String login, String zh, String en, String unit, String role) {
        return new SamplePerson(login, new Text(zh, en), unit, List.of(role));
    }
}
