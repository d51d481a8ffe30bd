package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diban.app.access.Permission;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account. */
@Controller
class ProfileController {
    private final ProfileService profile;
    private final CurrentAccess access;

    ProfileController(ProfileService profile, CurrentAccess access) {
        this.profile = profile;
        this.access = access;
    }

    @GetMapping("/profile")
    ModelAndView show(Page page) {
        return show(page, "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/profile/sessions/{id}/end")
    ModelAndView endSession(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        profile.endSession(id);
        return Pages.redirect("/profile", Note.of("access.session.ended"), request, response);
    }

    @PostMapping("/profile/tokens")
    ModelAndView createToken(
            Page page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> permissions,
            @RequestParam(defaultValue = "90") int days) {
        try {
            List<Permission> chosen = Arrays.stream(Permission.values())
                    .filter(permission -> permissions.contains(permission.name()))
                    .toList();
            return show(page, profile.createToken(name, chosen, days), List.of(), HttpStatus.OK);
        } catch (ProblemException e) {
            return show(page, "", e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/profile/tokens/{id}/revoke")
    ModelAndView revokeToken(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        profile.revokeToken(id);
        return Pages.redirect("/profile", Note.of("access.token.revoked"), request, response);
    }

    private ModelAndView show(Page page, String newToken, List<Problem> problems, HttpStatus status) {
        SignedIn who = access.signedIn();
        Map<String, Object> model = new HashMap<>();
        model.put("login", who.login());
        model.put("name", who.name());
        model.put(
                "roles", who.roles().stream().map(role -> page.t(role.label())).toList());
        model.put("sessions", profile.sessions());
        model.put("session", who.session() == null ? "" : who.session());
        model.put("tokens", profile.tokens());
        model.put("newToken", newToken);
        model.put(
                "offered",
                Stream.of(Permission.values()).filter(who.scopes()::containsKey).toList());
        model.put("secondFactor", profile.account(who).totpSecret() != null);
        model.put("recoveryCodes", profile.recoveryCodesLeft());
        model.put("problems", problems);
        return page.view("access/profile", model, status);
    }
}
