/**
 * The database: an embedded PostgreSQL of our own, or an external one, with every feature's schema brought up to date.
 *
 * <p>A {@link org.diban.app.database.Database} is open from {@link org.diban.app.database.Database#open} to {@code close}.
 * The embedded server listens on 127.0.0.1 alone, asks everybody for a SCRAM password, keeps its files private to the user
 * and is refused when {@code fsync}, {@code full_page_writes} or {@code synchronous_commit} is off. Each data folder has a port
 * of its own. A server that outlived the process that started it is taken over; a data folder that another
 * living process uses is refused.
 *
 * <p>Each feature owns one PostgreSQL schema of the feature's name and its migrations in {@code classpath:db/<feature>/};
 * {@link org.diban.app.database.Schemas} holds their order. Migrations only go forward.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package org.diban.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
