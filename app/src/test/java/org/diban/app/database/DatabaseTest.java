package org.diban.app.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class with a database of its own, every schema up to date and without rows, and no Spring.
 *
 * <p>Tests take a {@link DatabaseSettings.External}, a {@link javax.sql.DataSource} or a
 * {@link org.springframework.jdbc.core.simple.JdbcClient} as a parameter of the constructor or a method.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseParameters.class)
public @interface DatabaseTest {}
