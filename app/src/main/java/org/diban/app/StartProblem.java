package org.diban.app;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with how the application was called. */
enum StartProblem implements ProblemCode {
    USAGE(
            "RUN-1001",
            ProblemKind.USER,
            "无法理解：{0}。用法：run [--port 端口] [--data 目录] [--db-url 地址] [--empty] [--lang zh|en]；backup 文件；restore 文件；log check。",
            "Not understood: {0}. Usage: run [--port PORT] [--data DIR] [--db-url URL] [--empty] [--lang zh|en]; backup FILE; restore FILE; log check.");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    StartProblem(String code, ProblemKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public Text message() {
        return message;
    }
}
