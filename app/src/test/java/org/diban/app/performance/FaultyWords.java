package org.diban.app.performance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets the n-th word of this thread to the database fail: a statement or a commit that never arrives. Other threads, such as the one that
 * seals, are left alone.
 */
class FaultyWords implements BeanPostProcessor {
    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile Thread victim = Thread.currentThread();
    private volatile boolean failed;

    /** From now on the n-th word of the calling thread fails, and every later one. */
    void failAt(int n) {
        victim = Thread.currentThread();
        failed = false;
        left.set(n);
    }

    void heal() {
        left.set(-1);
    }

    /** Whether a word has failed since {@link #failAt}. */
    boolean failed() {
        return failed;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Faulty) ? new Faulty(source) : bean;
    }

    private final class Faulty extends DelegatingDataSource {
        Faulty(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return wrap(Connection.class, super.getConnection());
        }

        private <T> T wrap(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        String word = method.getName();
                        if ((word.startsWith("execute") || word.equals("commit"))
                                && Thread.currentThread() == victim
                                && left.get() >= 0) {
                            if (left.get() == 0 || left.decrementAndGet() == 0) {
                                failed = true;
                                throw new SQLException("the word never arrives", "08006");
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
}
