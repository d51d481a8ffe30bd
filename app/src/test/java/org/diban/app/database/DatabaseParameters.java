package org.diban.app.database;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a test class its database; closed when the class is done. */
final class DatabaseParameters implements ParameterResolver {
    private record Opened(DatabaseSettings.External settings, Database database) implements AutoCloseable {
        static Opened create() {
            DatabaseSettings.External settings = TestServer.fresh();
            return new Opened(settings, Database.open(settings));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DatabaseSettings.External.class || type == DataSource.class || type == JdbcClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Opened opened = context.getStore(ExtensionContext.Namespace.create(context.getRequiredTestClass()))
                .computeIfAbsent(Opened.class, key -> Opened.create(), Opened.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == DatabaseSettings.External.class) {
            return opened.settings;
        }
        DataSource source = opened.database.dataSource();
        return type == DataSource.class ? source : JdbcClient.create(source);
    }
}
