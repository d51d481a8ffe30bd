package org.diban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.diban.kernel.problem.Location;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private enum Code implements ProblemCode {
        BAD_NUMBER;

        @Override
        public String code() {
            return "TEST-1001";
        }

        @Override
        public ProblemKind kind() {
            return ProblemKind.DATA;
        }

        @Override
        public Text message() {
            return new Text("“{0}”不是数字", "\"{0}\" is not a number {9} {");
        }
    }

    @Test
    void a_problem_names_place_message_and_code() {
        Problem problem = Code.BAD_NUMBER.at(Location.file("forms.txt").line(46).cell(3, "年度指标值"), "{1}");
        assertThat(problem.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("forms.txt:46:3 (年度指标值): “{1}”不是数字 [TEST-1001]");
        assertThat(problem).hasToString("forms.txt:46:3 (年度指标值): \"{1}\" is not a number {9} { [TEST-1001]");
    }
}
