package org.diban.app.access.internal;

import java.time.Duration;
import java.util.Set;
import org.diban.app.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code diban.access.*}.
 *
 * @param accountFailures failures within the window that lock an account
 * @param addressFailures failures within the window that lock an address; more, since an office shares one
 * @param failureWindow how long a failure counts
 * @param idle after how long without a request a session ends
 * @param sessionAge after how long a session ends in any case
 * @param sessions how many sessions one person may have; a new one ends the oldest
 * @param passwordLength the least length
 * @param passwordHistory how many former passwords may not come back
 * @param passwordAge after how long a password must be changed; zero for never
 * @param secondFactor roles that cannot sign in without a second factor
 */
@ConfigurationProperties("diban.access")
record AccessSettings(
        @DefaultValue("5") int accountFailures,
        @DefaultValue("20") int addressFailures,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration sessionAge,
        @DefaultValue("1") int sessions,
        @DefaultValue("10") int passwordLength,
        @DefaultValue("5") int passwordHistory,
        @DefaultValue("180d") Duration passwordAge,
        @DefaultValue Set<Role> secondFactor) {}
