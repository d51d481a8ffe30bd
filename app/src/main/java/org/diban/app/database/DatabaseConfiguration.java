package org.diban.app.database;

import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database as beans. The data source is closed, and the embedded server stopped, after everything that uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    DataFolder dataFolder(Environment environment) {
        return DataFolder.at(Path.of(environment.getRequiredProperty("diban.data")));
    }

    @Bean(destroyMethod = "close")
    Database database(Environment environment, DataFolder folder) {
        return Database.open(DatabaseSettings.external(environment)
                .<DatabaseSettings>map(Function.identity())
                .orElseGet(() -> new DatabaseSettings.Embedded(folder)));
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }
}
