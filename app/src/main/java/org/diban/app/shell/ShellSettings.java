package org.diban.app.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code diban.*} of the frame.
 *
 * @param language the language for people who chose none, {@code zh} or {@code en}
 */
@ConfigurationProperties("diban")
record ShellSettings(@DefaultValue("zh") String language) {}
