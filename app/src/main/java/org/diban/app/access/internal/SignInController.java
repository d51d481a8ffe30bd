package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diban.app.access.internal.SignedIn.Step;
import org.diban.app.shell.Note;
import org.diban.app.shell.Page;
import org.diban.app.shell.Pages;
import org.diban.app.shell.Preferences;
import org.diban.app.shell.ShellProblem;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of signing in, step by step, and of signing out. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final ProfileService profile;
    private final PersonStore people;
    private final CurrentAccess access;

    SignInController(SignIn signIn, ProfileService profile, PersonStore people, CurrentAccess access) {
        this.signIn = signIn;
        this.profile = profile;
        this.people = people;
        this.access = access;
    }

    @GetMapping("/login")
    ModelAndView form(Page page, @RequestParam(name = "to", defaultValue = "/") String to) {
        SignedIn who = CurrentAccess.signedInOrNull();
        return who == null
                ? page.view("access/login", Map.of("to", to, "login", "", "problems", List.of()))
                : Pages.redirect(who.missing().path());
    }

    @PostMapping("/login")
    ModelAndView attempt(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "to", defaultValue = "/") String to,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        return switch (signIn.attempt(login, password, request.getRemoteAddr(), agent)) {
            case SignIn.Outcome.Started started -> {
                SessionCookie.write(request, response, started.secret());
                people.language(started.person())
                        .ifPresent(language -> new Preferences(language, page.dark()).keep(request, response));
                yield Pages.redirect(Pages.isOurs(to) ? to : "/");
            }
            case SignIn.Outcome.Refused refused ->
                page.view(
                        "access/login",
                        Map.of("to", to, "login", login, "problems", List.of(refused.problem())),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/login/code")
    ModelAndView codeForm(Page page) {
        return access.signedIn().missing() == Step.CODE
                ? page.view("access/code", Map.of("problems", List.of()))
                : Pages.redirect(access.signedIn().missing().path());
    }

    @PostMapping("/login/code")
    ModelAndView code(Page page, @RequestParam(defaultValue = "") String code) {
        SignedIn who = access.signedIn();
        if (who.missing() != Step.CODE) {
            return Pages.redirect(who.missing().path());
        }
        Optional<Problem> problem = signIn.tryCode(who, code);
        return problem.isEmpty()
                ? Pages.redirect("/")
                : page.view(
                        "access/code", Map.of("problems", List.of(problem.get())), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/logout")
    ModelAndView out(HttpServletRequest request, HttpServletResponse response) {
        signIn.out(access.signedIn());
        SessionCookie.clear(request, response);
        return Pages.redirect("/login");
    }

    @GetMapping("/password")
    ModelAndView passwordForm(Page page) {
        refuseBeforeCode();
        return page.view("access/password", Map.of("forced", !access.signedIn().complete(), "problems", List.of()));
    }

    @PostMapping("/password")
    ModelAndView password(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again) {
        refuseBeforeCode();
        boolean forced = !access.signedIn().complete();
        return Fields.attempt(() -> profile.changePassword(present, wanted, again))
                .map(problems -> page.view(
                        "access/password",
                        Map.of("forced", forced, "problems", problems),
                        HttpStatus.UNPROCESSABLE_CONTENT))
                .orElseGet(() -> Pages.redirect(
                        forced ? "/" : "/profile", Note.of("access.password.changed"), request, response));
    }

    @GetMapping("/second-factor")
    ModelAndView secondFactorForm(Page page) {
        refuseBeforeCode();
        return enrolment(page, profile.proposeSecret(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/second-factor")
    ModelAndView secondFactor(
            Page page, @RequestParam(defaultValue = "") String secret, @RequestParam(defaultValue = "") String code) {
        refuseBeforeCode();
        byte[] bytes = secretOf(secret);
        try {
            return page.view("access/recovery", Map.of("codes", profile.enrol(bytes, code)));
        } catch (ProblemException e) {
            if (ShellProblem.BAD_REQUEST.code().equals(e.problem().code())) {
                throw e;
            }
            return enrolment(page, bytes, e.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/second-factor/remove")
    ModelAndView removeSecondFactor(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String present) {
        profile.removeSecondFactor(present);
        return Pages.redirect("/profile", Note.of("access.second-factor.removed"), request, response);
    }

    private ModelAndView enrolment(Page page, byte[] secret, List<Problem> problems, HttpStatus status) {
        return page.view(
                "access/second-factor",
                Map.of(
                        "hex", HexFormat.of().formatHex(secret),
                        "base32", Totp.base32(secret),
                        "picture",
                                QrPicture.of(
                                        Totp.address(secret, access.signedIn().login())),
                        "problems", problems),
                status);
    }

    private static byte[] secretOf(String hex) {
        if (!hex.matches("[0-9a-f]{" + 2 * Totp.SECRET_BYTES + "}")) {
            throw ShellProblem.BAD_REQUEST.exception();
        }
        return HexFormat.of().parseHex(hex);
    }

    /** Nobody gets to the password or to a new second factor past the one that is set up. */
    private void refuseBeforeCode() {
        if (access.signedIn().missing() == Step.CODE) {
            throw ShellProblem.DENIED.exception();
        }
    }
}
