// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.stadttor.audit.AuditEvent;
import org.stadttor.idp.organisation.UnitRefusedException.Reason;
import org.stadttor.idp.organisation.jdbc.JdbcOrganisationUnits;
import org.stadttor.idp.registration.TestDossiers;
import org.stadttor.testing.TestDatabase;

/** The tree over a real database. */
class OrganisationTest {

    private static final ActingPerson ADMIN = new ActingPerson("admin", Scope.everything());
    private static final ActingPerson BAVARIAN = new ActingPerson("bavarian", Scope.of("/de/by/"));
    private static final List<AuditEvent> AUDIT = new ArrayList<>();

    private static AddUnit add;
    private static ChangeUnit change;
    private static ReadUnits read;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .schemas("idp")
                .locations("classpath:db/idp")
                .load()
                .migrate();
        JdbcOrganisationUnits units = new JdbcOrganisationUnits(JdbcClient.create(source));
        TransactionOperations direct = TransactionOperations.withoutTransaction();
        add = new AddUnit(units, AUDIT::add, direct);
        change = new ChangeUnit(units, AUDIT::add, direct);
        read = new ReadUnits(units);
        add(ADMIN, "/de/", UnitKind.BUND, "Bund");
        add(ADMIN, "/de/by/", UnitKind.LAND, "Bayern");
        add(ADMIN, "/de/bw/", UnitKind.LAND, "Baden-Württemberg");
        add.add(new AddUnit.Command(
                BAVARIAN,
                new UnitPath("/de/by/muenchen/"),
                UnitKind.MUNICIPALITY,
                Map.of("de", "München", "en", "Munich"),
                TestDossiers.organisation()));
        add(BAVARIAN, "/de/by/muenchen/kvr/", UnitKind.OFFICE, "Kreisverwaltungsreferat");
    }

    @Test
    void an_office_takes_from_above_what_it_has_not() {
        UnitPath office = new UnitPath("/de/by/muenchen/kvr/");
        assertThat(read.find(BAVARIAN.scope(), office).details()).isEqualTo(UnitDetails.empty());
        assertThat(read.effectiveDetails(office)).isEqualTo(TestDossiers.organisation());
        assertThat(read.effectiveDetails(new UnitPath("/de/by/"))).isEqualTo(UnitDetails.empty());
    }

    @Test
    void everybody_sees_and_changes_their_part_only() {
        assertThat(paths(read.search(BAVARIAN.scope(), "", "", 10)))
                .containsExactly("/de/by/", "/de/by/muenchen/", "/de/by/muenchen/kvr/");
        assertThat(read.search(Scope.of(), "", "", 10).items()).isEmpty();
        refused(Reason.NOT_FOUND, () -> read.find(BAVARIAN.scope(), new UnitPath("/de/bw/")));
        refused(Reason.NOT_FOUND, () -> add(BAVARIAN, "/de/bw/ulm/", UnitKind.MUNICIPALITY, "Ulm"));
        refused(Reason.NOT_FOUND, () -> change(BAVARIAN, "/de/bw/", 1, "Anders"));
        // A prefix ends with a slash: /de/b is not a part.
        assertThat(Scope.of("/de/by/").includes(new UnitPath("/de/bypass/"))).isFalse();
    }

    @Test
    void searches_names_without_accents_and_pages_by_key() {
        assertThat(paths(read.search(Scope.everything(), "MÜNCHEN", "", 10)))
                .contains("/de/by/muenchen/")
                .doesNotContain("/de/bw/");
        assertThat(read.search(Scope.everything(), "%", "", 10).items()).isEmpty();
        Page<OrganisationUnit> first = read.search(Scope.of("/de/by/"), "", "", 2);
        Page<OrganisationUnit> second =
                read.search(Scope.of("/de/by/"), "", first.nextCursor().orElseThrow(), 2);
        assertThat(paths(first)).containsExactly("/de/by/", "/de/by/muenchen/");
        assertThat(paths(second)).containsExactly("/de/by/muenchen/kvr/");
        assertThat(second.nextCursor()).isEmpty();
    }

    @Test
    void refuses_what_does_not_fit() {
        refused(Reason.ALREADY_THERE, () -> add(ADMIN, "/de/by/", UnitKind.LAND, "Bayern"));
        refused(Reason.PARENT_MISSING, () -> add(ADMIN, "/de/xx/yy/", UnitKind.MUNICIPALITY, "Nirgends"));
        refused(Reason.KIND_DOES_NOT_FIT, () -> add(ADMIN, "/at/", UnitKind.LAND, "Tirol"));
        refused(Reason.KIND_DOES_NOT_FIT, () -> add(ADMIN, "/de/by/x/", UnitKind.BUND, "Bund"));
        refused(Reason.FIELDS_INVALID, () -> add(ADMIN, "/de/by/y/", UnitKind.MUNICIPALITY, " "));
    }

    @Test
    void two_people_who_change_lose_nothing_silently() {
        add(ADMIN, "/de/by/bonn/", UnitKind.MUNICIPALITY, "Bonn");
        assertThat(change(BAVARIAN, "/de/by/bonn/", 1, "Bonn am Rhein").revision())
                .isEqualTo(2);
        refused(Reason.CHANGED_MEANWHILE, () -> change(ADMIN, "/de/by/bonn/", 1, "Beuel"));
        assertThat(AUDIT).extracting(AuditEvent::type).contains("unit.added", "unit.changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "de", "/de", "de/", "/DE/", "/de//by/", "/de/../", "/-de/", "/a/b/c/d/e/f/g/h/i/"})
    void refuses_other_paths(String path) {
        assertThatThrownBy(() -> new UnitPath(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "identifier,DE-123,identifier_form",
        "country,Deutschland,country_unknown",
        "email,not an address,email_form",
        "phone,030 123456,phone_form",
        "page,http://musterstadt.example,page_form",
        "page,javascript:alert(1),page_form",
    })
    void names_the_field_that_is_wrong(String field, String value, String code) {
        FieldChecks checks = new FieldChecks();
        switch (field) {
            case "identifier" -> checks.identifier(field, value);
            case "country" -> checks.country(field, value);
            case "email" -> checks.email(field, value);
            case "phone" -> checks.phone(field, value);
            default -> checks.page(field, value);
        }
        assertThat(checks.errors()).containsExactly(new FieldError(field, code));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0000, 0x0007, 0x202e, 0x200b, 0xfeff, 0x2028, 0xe000, 0xd800})
    void refuses_characters_that_pages_could_be_tricked_with(int character) {
        FieldChecks checks = new FieldChecks();
        checks.line("name", "Amt" + (char) character + "lich", 100, true);
        assertThat(checks.errors()).containsExactly(new FieldError("name", "forbidden_character"));
    }

    private static List<String> paths(Page<OrganisationUnit> page) {
        return page.items().stream().map(unit -> unit.path().value()).toList();
    }

    private static OrganisationUnit add(ActingPerson person, String path, UnitKind kind, String name) {
        return add.add(new AddUnit.Command(person, new UnitPath(path), kind, Map.of("de", name), UnitDetails.empty()));
    }

    private static OrganisationUnit change(ActingPerson person, String path, long revision, String name) {
        return change.change(
                new ChangeUnit.Command(person, new UnitPath(path), revision, Map.of("de", name), UnitDetails.empty()));
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        UnitRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
