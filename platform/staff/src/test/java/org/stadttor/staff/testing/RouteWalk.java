// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffId;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffProcess;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;
import org.stadttor.staff.apikey.CreateApiKey;
import org.stadttor.staff.web.RouteAuthorization;

/**
 * Walks every route of a running process with every role and every verb, against the table in
 * {@code docs/operations/roles.md}. With {@code -Dstadttor.write-roles=true} it writes the table instead of comparing.
 */
public final class RouteWalk {

    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final List<String> STAFF = List.of("/staff", "/admin", "/agency", "/api/v1");
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z-]+(?:\\|[a-z-]+)+)}");
    private static final Path DOCUMENT = Path.of("docs/operations/roles.md");

    private final ApplicationContext context;
    private final URI home;
    private final String heading;
    private final List<StaffRoute> routes;

    /**
     * A walk.
     *
     * @param home where the staff port is
     * @param heading of the table in the document
     */
    public RouteWalk(ServletContext servlet, URI home, String heading) {
        this.context = WebApplicationContextUtils.getRequiredWebApplicationContext(servlet);
        this.home = home;
        this.heading = heading;
        this.routes = context.getBeansOfType(StaffRoutes.class).values().stream()
                .flatMap(some -> some.routes().stream())
                .flatMap(route -> expand(route.pattern())
                        .map(pattern -> new StaffRoute(route.method(), pattern, route.access(), route.roles())))
                .toList();
    }

    /** One line of the table. */
    private record Line(String method, String address) {
        static Line of(StaffRoute route) {
            return new Line(route.method(), normal(route.pattern()));
        }
    }

    /** Every handler of the staff side is named by a route, and every route names a handler. */
    public void requireRouteForEveryHandler() {
        Set<String> handlers = new TreeSet<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().stream()
                                .filter(RouteWalk::isStaff)
                                .flatMap(RouteWalk::expand)
                                .forEach(pattern -> methods(
                                                info.getMethodsCondition().getMethods())
                                        .forEach(method -> handlers.add(method + " " + normal(pattern))))));
        Set<String> named = new TreeSet<>();
        routes.stream()
                .filter(route -> isStaff(route.pattern()))
                .forEach(route -> named.add(route.method() + " " + normal(route.pattern())));
        assertThat(handlers).as("handlers and routes").isEqualTo(named);
        assertThat(routes.stream().map(Line::of).toList())
                .as("one route per line")
                .doesNotHaveDuplicates();
    }

    /** The document says what the routes say. */
    public void requireDocument() {
        String table = table();
        Path file = Path.of(System.getProperty("stadttor.root", "")).resolve(DOCUMENT);
        try {
            String text = Files.readString(file);
            Matcher section = Pattern.compile("(?s)(## " + Pattern.quote(heading) + "\n\n)(\\|.*?\n)(?=\n|\\z)")
                    .matcher(text);
            assertThat(section.find()).as("a table under %s", heading).isTrue();
            if (Boolean.getBoolean("stadttor.write-roles")) {
                Files.writeString(file, text.substring(0, section.start(2)) + table + text.substring(section.end(2)));
            } else {
                assertThat(section.group(2))
                        .as("%s; -Dstadttor.write-roles=true writes it", DOCUMENT)
                        .isEqualTo(table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("| Method | Address | Who |\n|---|---|---|\n");
        routes.stream()
                .map(route -> "| " + route.method() + " | `" + route.pattern() + "` | " + who(route) + " |")
                .sorted(Comparator.comparing((String line) -> line.substring(line.indexOf('`')))
                        .thenComparing(line -> line))
                .forEach(line -> table.append(line).append('\n'));
        return table.toString();
    }

    private static String who(StaffRoute route) {
        return switch (route.access()) {
            case EVERYBODY -> "everybody";
            case SIGNED_IN -> "signed in";
            case ROLES -> String.join(", ", new TreeSet<>(route.roles()));
        };
    }

    /** Every address with every verb for everyone: allowed if the table says so, and only then. */
    public void walkDecisions() {
        RouteAuthorization authorization = context.getBean(RouteAuthorization.class);
        List<@Nullable Authentication> people = new ArrayList<>();
        people.add(null);
        people.add(member(Set.of()));
        context.getBean(StaffProcess.class).roles().forEach(role -> people.add(member(Set.of(Grant.whole(role)))));
        List<String> wrong = new ArrayList<>();
        for (StaffRoute route : routes) {
            String path = sample(route.pattern());
            for (String verb : VERBS) {
                MockHttpServletRequest request = new MockHttpServletRequest(verb, path);
                request.setServletPath(path);
                for (@Nullable Authentication person : people) {
                    boolean allowed = authorization
                            .authorize(() -> person, new RequestAuthorizationContext(request))
                            .isGranted();
                    if (allowed != expected(path, verb, person)) {
                        wrong.add(verb + " " + path + " by " + person);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(routes).hasSizeGreaterThan(5);
    }

    /** The same over HTTP, signed in as each invented person, with a session and with an API key. */
    public void walkRequests() {
        List<String> wrong = new ArrayList<>();
        Visitor nobody = new Visitor(new StaffBrowser(home), null, "", Optional.empty());
        routes.forEach(route -> check(route, nobody, wrong));
        for (SandboxPerson person : context.getBean(StaffProcess.class).sandboxPeople()) {
            StaffBrowser browser = new StaffBrowser(home).signIn(person.key());
            Visitor visitor = new Visitor(browser, person, token(browser), key(person));
            routes.stream()
                    .filter(route -> !route.pattern().equals("/staff/sign-out"))
                    .forEach(route -> check(route, visitor, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    /** Who walks, with the token of the session and an API key. */
    private record Visitor(StaffBrowser browser, @Nullable SandboxPerson person, String token, Optional<String> key) {

        boolean may(StaffRoute route) {
            return switch (route.access()) {
                case EVERYBODY -> true;
                case SIGNED_IN -> person != null;
                case ROLES ->
                    person != null
                            && person.grants().stream()
                                    .anyMatch(grant -> route.roles().contains(grant.role()));
            };
        }

        String name() {
            return person == null ? "nobody" : person.key();
        }
    }

    private void check(StaffRoute route, Visitor visitor, List<String> wrong) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(sample(route.pattern())))
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
        if (visitor.person() != null) {
            request.header("X-CSRF-TOKEN", visitor.token());
        }
        if (route.pattern().startsWith("/api/v1")) {
            if (route.access() != StaffRoute.Access.EVERYBODY
                    && visitor.browser().send(request.build()).statusCode() != 401) {
                wrong.add(route.method() + " " + route.pattern() + " without a key by " + visitor.name());
            }
            visitor.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        }
        boolean turnedAway = isTurnedAway(route, visitor.browser().send(request.build()));
        // A handler may turn somebody away for the part of the organisation they ask for, a form for what is missing.
        boolean mayBeTurnedAway = !visitor.may(route)
                || !route.method().equals("GET")
                || route.pattern().contains("{");
        if (turnedAway ? !mayBeTurnedAway : !visitor.may(route)) {
            wrong.add(route.method() + " " + route.pattern() + " by " + visitor.name());
        }
    }

    private static boolean isTurnedAway(StaffRoute route, HttpResponse<String> answer) {
        boolean toSignIn = answer.uri().getPath().equals("/staff/sign-in")
                && !route.pattern().equals("/staff/sign-in")
                && !route.pattern().equals("/staff");
        return toSignIn || answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private Optional<String> key(SandboxPerson person) {
        return person.grants().isEmpty()
                ? Optional.empty()
                : Optional.of(context.getBean(CreateApiKey.class)
                        .create(
                                new StaffMember(person.id(), person.name(), person.grants(), SignIn.SANDBOX),
                                "walk",
                                person.grants(),
                                1)
                        .secret()
                        .text());
    }

    private static String token(StaffBrowser browser) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(browser.get("/staff").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private boolean expected(String path, String verb, @Nullable Authentication person) {
        String method = verb.equals("HEAD") ? "GET" : verb;
        // Several patterns may fit an address; the one with the fewest variables is meant.
        return routes.stream()
                .filter(route -> route.method().equals(method) && fits(route.pattern(), path))
                .min(Comparator.comparingInt((StaffRoute route) -> variables(route.pattern())))
                .map(route -> allows(route, person))
                .orElse(false);
    }

    private static boolean allows(StaffRoute route, @Nullable Authentication person) {
        return switch (route.access()) {
            case EVERYBODY -> true;
            case SIGNED_IN -> person != null;
            case ROLES ->
                person != null
                        && person.getPrincipal() instanceof StaffMember member
                        && route.roles().stream().anyMatch(member::has);
        };
    }

    private static Authentication member(Set<Grant> grants) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new StaffMember(StaffId.random(), "somebody", grants, SignIn.SANDBOX), null, List.of());
    }

    private static boolean isStaff(String pattern) {
        return STAFF.stream().anyMatch(root -> pattern.equals(root) || pattern.startsWith(root + "/"));
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? VERBS.stream().filter(verb -> !verb.equals("HEAD"))
                : methods.stream().map(Enum::name).filter(verb -> !verb.equals("HEAD"));
    }

    /** A variable that can only be one of some words stands for as many addresses. */
    private static Stream<String> expand(String pattern) {
        Matcher choice = CHOICE.matcher(pattern);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|", -1))
                        .flatMap(word ->
                                expand(pattern.substring(0, choice.start()) + word + pattern.substring(choice.end())))
                : Stream.of(pattern);
    }

    private static String normal(String pattern) {
        return pattern.replaceAll("\\{[^/]*}", "{}");
    }

    private static String sample(String pattern) {
        return pattern.replaceAll("\\{[^/]*}", "00000000-0000-4000-8000-000000000000")
                .replace("/**", "/stadttor.css");
    }

    private static int variables(String pattern) {
        return pattern.endsWith("/**") ? 100 : pattern.split("\\{", -1).length - 1;
    }

    private static boolean fits(String pattern, String path) {
        String regex = Stream.of(normal(pattern).replace("/**", "/*").split("/", -1))
                .map(segment -> segment.equals("*")
                        ? ".*"
                        : Stream.of(segment.split("\\{}", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("[^/]+")))
                .collect(Collectors.joining("/"));
        return path.matches(regex);
    }
}
