// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.StaffProgram;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Page;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.staff.Grant;
import org.stadttor.staff.SandboxPerson;
import org.stadttor.staff.StaffMembers;
import org.stadttor.testing.TestDatabase;

/**
 * A whole country: 12,000 services in a tree of 1,617 units. Lists stay complete, and as fast as they must be: 200 ms at the
 * 95th percentile, over HTTP. How fast is told on every run; it decides with {@code -Dstadttor.measure=true} only, because
 * not every machine is at rest.
 */
class ManyServicesTest {

    private static final int SERVICES = 12_000;
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final int ROUNDS = Boolean.getBoolean("stadttor.measure") ? 60 : 8;

    private static TestIdp idp;

    @BeforeAll
    static void seed() {
        idp = TestIdp.start(TestDatabase.create());
        ActingPerson registrar = new ActingPerson("registrar", Scope.everything());
        idp.bean(AddUnit.class)
                .add(new AddUnit.Command(
                        registrar,
                        new UnitPath("/de/"),
                        UnitKind.BUND,
                        Map.of("de", "Bund"),
                        TestDossiers.organisation()));
        ServiceRegistration draft = idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.New(
                        registrar, null, Stage.SANDBOX, new UnitPath("/de/"), TestDossiers.least()));
        String template = draft.clientId().value();
        idp.bean(SubmitRegistration.class).submit(registrar, draft.clientId(), draft.revision());
        // 16 Länder, 20 municipalities each, 4 offices each.
        units("land", "'/de/l' || l || '/'", "'Land ' || l", "generate_series(1, 16) l");
        units(
                "municipality",
                "'/de/l' || l || '/m' || m || '/'",
                "'Stadt ' || l || '-' || m",
                "generate_series(1, 16) l, generate_series(1, 20) m");
        units(
                "office",
                "'/de/l' || l || '/m' || m || '/o' || o || '/'",
                "'Amt ' || o || ' der Stadt ' || l || '-' || m",
                "generate_series(1, 16) l, generate_series(1, 20) m, generate_series(1, 4) o");
        services(template);
        sql("ANALYZE");
        idp.bean(StaffMembers.class).seed(new SandboxPerson("olga", "Olga", Set.of(new Grant("owner", "/de/l3/m7/"))));
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @Test
    void lists_everything_once_page_by_page() {
        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            Page<RegistrationSummary> page = idp.bean(ReadRegistrations.class)
                    .search(Scope.everything(), new RegistrationQuery("", null, Set.of(), false, after, 100));
            page.items()
                    .forEach(line ->
                            assertThat(seen.add(line.clientId().value())).isTrue());
            after = page.nextCursor().orElse("");
            pages++;
        } while (!after.isEmpty());
        assertThat(seen).hasSize(SERVICES + 1);
        assertThat(pages).isEqualTo(SERVICES / 100 + 1);
    }

    @Test
    void lists_a_part_of_the_tree_only() {
        Page<RegistrationSummary> page =
                idp.bean(ReadRegistrations.class).search(Scope.of("/de/l3/m7/"), RegistrationQuery.all(100));
        assertThat(page.items())
                .hasSize(38)
                .allMatch(line -> line.unit().value().startsWith("/de/l3/m7/"));
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "lena, /api/v1/services?",
        "lena, /api/v1/services?search=bewohnerparken+1177",
        "lena, /api/v1/services?search=l3/m7",
        "lena, /api/v1/services?search=nothing+like+this",
        "olga, /api/v1/services?",
        "olga, /api/v1/services?search=kita",
    })
    void answers_programs_in_time(String person, String path) {
        StaffProgram program = StaffProgram.of(idp, person);
        String[] next = {path};
        measure(person + " " + path, () -> {
            HttpResponse<String> response = program.get(next[0]);
            assertThat(response.statusCode()).as(next[0]).isEqualTo(200);
            String after = TestRelyingParty.json(response).path("next").stringValue("");
            next[0] = after.isEmpty() ? path : path + "&after=" + after;
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "rolf, /admin/registrations?show=all",
        "rolf, /admin/registrations?show=waiting",
        "rolf, /admin/registrations?show=all&q=bewohnerparken+1177",
        "rolf, /admin/registrations?show=all&q=l3/m7",
        "rolf, /admin/registrations?show=all&q=nothing+like+this",
        "rolf, /admin/organisations",
        "rolf, /admin/organisations?q=amt+3+der+stadt+9-",
        "lena, /agency",
        "olga, /agency",
        "olga, /agency?q=kita",
    })
    void answers_people_in_time(String person, String path) {
        try (StaffBrowser browser = StaffBrowser.of(idp, person)) {
            String[] next = {path};
            measure(person + " " + path, () -> {
                HttpResponse<String> page = browser.get(next[0]);
                assertThat(page.statusCode()).as(next[0]).isEqualTo(200);
                Matcher link =
                        Pattern.compile("id=\"next-page\" href=\"([^\"]+)\"").matcher(page.body());
                next[0] = link.find() ? link.group(1).replace("&amp;", "&") : path;
            });
        }
    }

    private static void measure(String what, Runnable request) {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            request.run();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (round >= ROUNDS / 8) {
                times.add(took);
            }
        }
        Collections.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s: n=%d p50=%d ms p95=%d ms%n",
                what,
                times.size(),
                percentile(times, 50).toMillis(),
                percentile(times, 95).toMillis());
        if (Boolean.getBoolean("stadttor.measure")) {
            assertThat(percentile(times, 95)).isLessThan(LIMIT);
        }
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static void units(String kind, String path, String name, String numbers) {
        sql("INSERT INTO idp.organisation (path, kind, names, details, search, revision) SELECT " + path + ", '" + kind
                + "', json_build_object('de', " + name + ")::text, (SELECT details FROM idp.organisation WHERE path ="
                + " '/de/'), lower(" + path + " || ' ' || " + name + "), 1 FROM " + numbers);
    }

    /** Copies of a registration that went the whole way, each with a name and a unit of its own. */
    private static void services(String template) {
        String numbers = " FROM %s t, generate_series(1, " + SERVICES + ") i WHERE t.client_id = '" + template + "'";
        String client = "'service-' || i";
        String unit = "'/de/l' || (1 + i % 16) || '/m' || (1 + i / 16 % 20) || '/o' || (1 + i / 320 % 4) || '/'";
        String name = "(ARRAY['Bewohnerparken', 'Kita-Anmeldung', 'Wohngeld', 'Führungszeugnis', 'Bauantrag',"
                + " 'Hundesteuer', 'Elterngeld', 'Gewerbe'])[1 + i / 7 % 8] || ' ' || i";
        sql("INSERT INTO idp.registration (client_id, stage, unit, state, open_state, revision, suspension_reason,"
                + " created_at, changed_at, names, sort_name, search) SELECT " + client + ", stage, " + unit
                + ", state, CASE WHEN i % 100 = 0 THEN 'submitted' END, revision, suspension_reason, created_at,"
                + " changed_at, json_build_object('de', " + name + ")::text, lower(" + name + "), lower(" + name
                + " || ' ' || " + client + " || ' ' || " + unit + " || ' portal-' || i || '.example.de')"
                + numbers.formatted("idp.registration"));
        sql("INSERT INTO idp.registration_version (client_id, number, dossier, hash, state, author, contributors,"
                + " created_at, submitted_by, approved, decided_by, decided_at, decision_reason) SELECT " + client
                + ", number, dossier, hash, t.state, author, contributors, created_at, submitted_by, approved,"
                + " decided_by, decided_at, decision_reason" + numbers.formatted("idp.registration_version"));
        sql("INSERT INTO idp.relying_party SELECT " + client + ", state, replace(registration, '" + template + "', "
                + client + "), changed_at" + numbers.formatted("idp.relying_party"));
    }

    private static void sql(String statement) {
        idp.bean(JdbcClient.class).sql(statement).update();
    }
}
