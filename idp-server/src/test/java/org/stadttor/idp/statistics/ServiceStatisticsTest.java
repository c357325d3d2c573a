// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.stadttor.idp.StaffBrowser;
import org.stadttor.idp.StaffProgram;
import org.stadttor.idp.TestIdp;
import org.stadttor.idp.TestRelyingParty;
import org.stadttor.idp.login.RefusalGroup;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.AddUnit;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitKind;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.idp.registration.SaveDraft;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What is told of counters, to whom, and what is not. */
class ServiceStatisticsTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate FROM = TODAY.minusDays(27);

    private static final List<UnitKind> KINDS =
            List.of(UnitKind.BUND, UnitKind.LAND, UnitKind.MUNICIPALITY, UnitKind.OFFICE);

    private static TestIdp idp;
    private static String musterstadt;
    private static String elsewhere;
    private static String empty;

    @BeforeAll
    static void start() {
        idp = TestIdp.start(TestDatabase.create());
        ActingPerson registrar = new ActingPerson("registrar", Scope.everything());
        for (String path :
                new String[] {"/de/", "/de/by/", "/de/by/musterstadt/", "/de/by/musterstadt/kvr/", "/de/by/anderswo/"
                }) {
            idp.bean(AddUnit.class)
                    .add(new AddUnit.Command(
                            registrar,
                            new UnitPath(path),
                            KINDS.get(new UnitPath(path).depth() - 1),
                            Map.of("de", path),
                            TestDossiers.organisation()));
        }
        musterstadt = service(registrar, "/de/by/musterstadt/kvr/");
        elsewhere = service(registrar, "/de/by/anderswo/");
        empty = service(registrar, "/de/by/musterstadt/");
        for (String client : new String[] {musterstadt, elsewhere}) {
            SortedMap<Counted, Long> counts = new TreeMap<>();
            counts.put(new Counted(TODAY, client, LoginStep.STARTED, ""), 104L);
            counts.put(new Counted(TODAY, client, LoginStep.COMPLETED, ""), 81L);
            counts.put(new Counted(TODAY, client, LoginStep.EXPIRED, ""), 9L);
            counts.put(new Counted(TODAY, client, LoginStep.ENDED, "access_denied"), 14L);
            counts.put(new Counted(TODAY, client, LoginStep.REFUSED, "revoked"), 12L);
            counts.put(new Counted(TODAY, client, LoginStep.REFUSED, "clock"), 6L);
            counts.put(new Counted(TODAY, client, LoginStep.DISTRUSTED, "issuer"), 6L);
            counts.put(new Counted(TODAY, client, LoginStep.DURATION, "4"), 50L);
            counts.put(new Counted(TODAY, client, LoginStep.DURATION, "9"), 31L);
            idp.bean(LoginCounts.class).add(counts);
        }
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "9,0", "10,10", "14,10", "15,20", "99,100", "1004,1000"})
    void rounds_to_tens_and_tells_nothing_below(long exact, long told) {
        assertThat(Tens.of(exact).value()).isEqualTo(told);
    }

    @Test
    void puts_small_groups_of_refusals_together_and_tells_no_sum_of_all() {
        Map<Counted, Long> counts = new HashMap<>();
        counts.put(refused("revoked"), 25L);
        counts.put(refused("clock"), 4L);
        counts.put(refused("other"), 3L);
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).refusals())
                .containsOnlyKeys("revoked")
                .containsEntry("revoked", new Tens(30));
        counts.put(refused("expired"), 4L);
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).refusals())
                .containsOnlyKeys("revoked", "other")
                .containsEntry("other", new Tens(10));
    }

    @Test
    void tells_a_course_only_in_slices_of_which_each_can_be_told() {
        Map<Counted, Long> counts = new HashMap<>();
        LocalDate from = TODAY.minusDays(6);
        counts.put(completed(TODAY), 10L);
        assertThat(new SummarizedLogins(counts, from, ReportPeriod.WEEK).course())
                .hasSize(7);
        counts.put(completed(TODAY.minusDays(3)), 9L);
        assertThat(new SummarizedLogins(counts, from, ReportPeriod.WEEK).course())
                .isEmpty();
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).course())
                .hasSize(4)
                .last()
                .isEqualTo(new ServiceStatistics.Slice(TODAY.minusDays(6), TODAY, new Tens(20)));
    }

    /**
     * Whoever knows everything that is told, and how a login can end, still cannot tell one value that is not told from
     * others: there is always another way to fill it in.
     */
    @Test
    void leaves_what_is_not_told_open() {
        for (long completed = 10; completed < 30; completed++) {
            for (long cancelled = 10; cancelled < 30; cancelled++) {
                for (long expired = 0; expired < 10; expired++) {
                    assertThat(possible(completed, cancelled, expired)).hasSizeGreaterThan(1);
                }
            }
        }
    }

    /** The numbers of expired logins that fit the figures told, if every login that began has ended. */
    private static Set<Long> possible(long completed, long cancelled, long expired) {
        Tens told = Tens.of(completed + cancelled + expired);
        Set<Long> possible = new TreeSet<>();
        for (long a = completed - 10; a <= completed + 10; a++) {
            for (long b = cancelled - 10; b <= cancelled + 10; b++) {
                for (long c = 0; c < 10; c++) {
                    if (Tens.of(a).equals(Tens.of(completed))
                            && Tens.of(b).equals(Tens.of(cancelled))
                            && Tens.of(a + b + c).equals(told)) {
                        possible.add(c);
                    }
                }
            }
        }
        return possible;
    }

    @Test
    void says_how_long_half_of_the_logins_took() {
        assertThat(DurationBucket.of(Duration.ofSeconds(5))).isEqualTo(new DurationBucket(0));
        assertThat(DurationBucket.of(Duration.ofSeconds(6)).end()).isEqualTo(Duration.ofSeconds(10));
        assertThat(DurationBucket.of(Duration.ofHours(1)).isLast()).isTrue();
        Map<Counted, Long> counts = new HashMap<>();
        counts.put(duration(1), 5L);
        counts.put(duration(17), 4L);
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).median())
                .isNull();
        counts.put(duration(3), 1L);
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).median())
                .isEqualTo(new DurationBucket(1));
        counts.put(duration(17), 6L);
        assertThat(new SummarizedLogins(counts, FROM, ReportPeriod.FOUR_WEEKS).median())
                .isEqualTo(new DurationBucket(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"olga", "theo", "dora", "lena", "rolf"})
    void shows_them_to_the_people_of_the_unit_and_to_registrars(String person) {
        try (StaffBrowser browser = StaffBrowser.of(idp, person)) {
            HttpResponse<String> page = browser.get("/agency/services/" + musterstadt + "/statistics?weeks=4");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("id=\"figure-completed\"", ">80</td>", "unter 10", "80 %", "höchstens 30 Sekunden")
                    .contains("id=\"refusal-revoked\"", "id=\"refusal-other\"")
                    .doesNotContain(">81<", "id=\"refusal-clock\"", "??");
            assertThat(browser.get("/agency/services/" + musterstadt + "/statistics.csv")
                            .body())
                    .contains("figure,completed," + FROM + "," + TODAY + ",80\r\n")
                    .contains("figure,expired," + FROM + "," + TODAY + ",<10\r\n");
        }
    }

    @Test
    void says_when_there_is_nothing_to_see() {
        try (StaffBrowser browser = StaffBrowser.of(idp, "lena")) {
            assertThat(browser.get("/agency/services/" + empty + "/statistics?weeks=nonsense")
                            .body())
                    .contains("id=\"statistics-empty\"")
                    .doesNotContain("id=\"figures\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agency/services/%s/statistics", "/agency/services/%s/statistics.csv"})
    void does_not_show_them_to_others(String path) {
        try (StaffBrowser owner = StaffBrowser.of(idp, "olga");
                StaffBrowser support = StaffBrowser.of(idp, "sami");
                StaffBrowser registrar = StaffBrowser.of(idp, "rolf")) {
            assertThat(owner.get(path.formatted(elsewhere)).statusCode()).isEqualTo(404);
            assertThat(owner.get(path.formatted("no-such-service")).statusCode())
                    .isEqualTo(404);
            assertThat(owner.get(path.formatted("x")).statusCode()).isEqualTo(404);
            assertThat(support.get(path.formatted(musterstadt)).statusCode()).isEqualTo(403);
            assertThat(registrar.get(path.formatted(elsewhere)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void does_not_tell_machines_more_than_their_people() {
        String path = "/api/v1/services/%s/statistics";
        assertThat(StaffProgram.of(idp, "olga").get(path.formatted(elsewhere)).statusCode())
                .isEqualTo(404);
        assertThat(StaffProgram.of(idp, "sami").get(path.formatted(elsewhere)).statusCode())
                .isEqualTo(403);
        assertThat(StaffProgram.of(idp, "rolf").get(path.formatted(elsewhere)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_machines_the_same() {
        JsonNode json = TestRelyingParty.json(
                StaffProgram.of(idp, "theo").get("/api/v1/services/" + musterstadt + "/statistics?weeks=1"));
        assertThat(json.at("/figures/completed").longValue()).isEqualTo(80);
        assertThat(json.at("/figures/expired").isNull()).isTrue();
        assertThat(json.at("/success_percent").intValue()).isEqualTo(80);
        assertThat(json.at("/median_seconds/at_most").intValue()).isEqualTo(30);
        assertThat(json.at("/refusals/other").longValue()).isEqualTo(10);
        assertThat(json.at("/course").size()).isEqualTo(7);
        assertThat(json.at("/course/6/completed").longValue()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "statistics_en"})
    void has_a_sentence_for_everything(String bundle) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("messages/" + bundle + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        assertThat(sentences.stringPropertyNames())
                .containsAll(Arrays.stream(Figure.values())
                        .map(figure -> "statistics.figure." + figure.code())
                        .toList())
                .containsAll(Arrays.stream(RefusalGroup.values())
                        .map(group -> "statistics.refusal." + group.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String service(ActingPerson person, String unit) {
        return idp.bean(SaveDraft.class)
                .save(new SaveDraft.Command.New(person, null, Stage.SANDBOX, new UnitPath(unit), TestDossiers.least()))
                .clientId()
                .value();
    }

    private static Counted refused(String group) {
        return new Counted(TODAY, "p", LoginStep.REFUSED, group);
    }

    private static Counted completed(LocalDate day) {
        return new Counted(day, "p", LoginStep.COMPLETED, "");
    }

    private static Counted duration(int bucket) {
        return new Counted(TODAY, "p", LoginStep.DURATION, Integer.toString(bucket));
    }
}
