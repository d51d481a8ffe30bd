package org.diban.app.database;

import java.nio.file.Path;

/**
 * The configuration files of the embedded server, written anew at each start.
 *
 * <p>Sized for a machine that also runs everything else: little memory, few processes. The logs hold neither statements nor the details
 * of errors, since both carry values of rows.
 */
final class ServerConfiguration {
    /** {@code pg_hba.conf}: TCP from this machine, with a SCRAM password, and nothing else. */
    static final String ACCESS = """
            # Written by Diban at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private ServerConfiguration() {}

    /** {@code postgresql.conf}. */
    static String settings(int port, Path logs) {
        return """
                # Written by Diban at each start; changes made here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60

                fsync = on
                full_page_writes = on
                synchronous_commit = on
                wal_level = replica
                max_wal_senders = 0
                max_wal_size = 1GB
                wal_compression = on
                checkpoint_timeout = 10min

                shared_buffers = 64MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                effective_cache_size = 512MB
                huge_pages = off
                io_method = sync
                jit = off
                autovacuum_max_workers = 2
                max_worker_processes = 4
                max_parallel_workers = 2
                max_logical_replication_workers = 0
                random_page_cost = 1.1

                datestyle = 'ISO, YMD'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'

                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_file_mode = 0600
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%a '
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(port, logs.toString().replace("'", "''"));
    }
}
