package org.diban.app.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * An address that the application answers, and who may ask. A request to an address without a route is refused.
 *
 * @param method the method; a route for {@code GET} holds for {@code HEAD} too
 * @param pattern a Spring path pattern, for example <code>/people/{id}</code>
 * @param admission who may ask
 * @param right what must be held somewhere when admission is {@link Admission#RIGHT}; the service behind still checks the place
 */
public record Route(
        HttpMethod method,
        String pattern,
        Admission admission,
        @Nullable Right right) {
    /** Who may ask. */
    public enum Admission {
        /** Everybody, signed in or not. */
        PUBLIC,
        /** Somebody whose password was right, even if a step of signing in is still missing. */
        SIGNING_IN,
        /** Everybody who is signed in. */
        SIGNED_IN,
        /** Holders of the right. */
        RIGHT
    }

    public Route {
        if ((admission == Admission.RIGHT) != (right != null)) {
            throw new IllegalArgumentException("a right goes with Admission.RIGHT alone: " + pattern);
        }
    }

    /** A page or a reading call. */
    public static Route get(String pattern, Right right) {
        return new Route(HttpMethod.GET, pattern, Admission.RIGHT, right);
    }

    /** An action. */
    public static Route post(String pattern, Right right) {
        return new Route(HttpMethod.POST, pattern, Admission.RIGHT, right);
    }

    /** Any method, for holders of the right. */
    public static Route of(HttpMethod method, String pattern, Right right) {
        return new Route(method, pattern, Admission.RIGHT, right);
    }

    /** Any method, without a right. */
    public static Route of(HttpMethod method, String pattern, Admission admission) {
        return new Route(method, pattern, admission, null);
    }
}
