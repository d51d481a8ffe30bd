package org.diban.app.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source of a process that dies at its n-th word to the database: that statement or commit, and every later one, never arrives, and what was
 * not committed is lost.
 */
final class CrashingSource extends DelegatingDataSource {
    private final int dieAt;
    private final AtomicInteger words = new AtomicInteger();

    CrashingSource(DataSource source, int dieAt) {
        super(source);
        this.dieAt = dieAt;
    }

    /** Whether the process has died. */
    boolean dead() {
        return words.get() >= dieAt;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrap(Connection.class, super.getConnection());
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute") || name.equals("commit")) {
                        if (words.incrementAndGet() >= dieAt) {
                            throw new SQLException("the process is dead", "08006");
                        }
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement statement && type == Connection.class
                                ? wrap(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
