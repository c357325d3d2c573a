// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The dependency table of the architecture, for this module. The root package wires the rooms and may use all. */
@AnalyzeClasses(packages = "org.stadttor.idp", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    private static final String[] BRIDGE_INSIDES = {
        "org.stadttor.wallet.sdjwt..",
        "org.stadttor.wallet.statuslist..",
        "org.stadttor.wallet.dcql..",
        "org.stadttor.wallet.presentation.jdbc..",
        "org.stadttor.wallet.presentation.web..",
        "org.stadttor.wallet.autoconfigure.."
    };

    @ArchTest
    static final ArchRule citizen_uses_relying_parties_and_pid = noClasses()
            .that()
            .resideInAPackage("..idp.citizen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "org.stadttor.wallet.presentation..",
                    "org.stadttor.audit..");

    @ArchTest
    static final ArchRule relying_parties_use_pid_and_audit = noClasses()
            .that()
            .resideInAPackage("..idp.relyingparty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "org.stadttor.wallet.presentation..");

    @ArchTest
    static final ArchRule relying_parties_do_not_know_their_life_cycle = noClasses()
            .that()
            .resideInAPackage("..idp.relyingparty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..idp.registration..", "..idp.organisation..");

    @ArchTest
    static final ArchRule the_tree_knows_no_registrations = noClasses()
            .that()
            .resideInAPackage("..idp.organisation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.relyingparty..",
                    "..idp.registration..",
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "org.stadttor.staff..");

    @ArchTest
    static final ArchRule registrations_use_the_tree_and_relying_parties = noClasses()
            .that()
            .resideInAPackage("..idp.registration..")
            .and()
            .resideOutsideOfPackage("..idp.registration.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "org.stadttor.wallet.presentation..",
                    "org.stadttor.staff..");

    @ArchTest
    static final ArchRule proofs_of_domains_know_units_and_hosts_only = noClasses()
            .that()
            .resideInAPackage("..idp.domainproof..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.registration..",
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "org.stadttor.staff..");

    @ArchTest
    static final ArchRule key_warnings_know_registrations_only = noClasses()
            .that()
            .resideInAPackage("..idp.keywarning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "org.stadttor.staff..");

    @ArchTest
    static final ArchRule the_register_shows_registrations = noClasses()
            .that()
            .resideInAPackage("..idp.register..")
            .and()
            .resideOutsideOfPackage("..idp.register.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.login..",
                    "..idp.operations..",
                    "..idp.citizen..",
                    "..idp.keywarning..",
                    "org.stadttor.staff..");

    @ArchTest
    static final ArchRule authorization_does_not_know_the_login = noClasses()
            .that()
            .resideInAPackage("..idp.authorization..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..idp.login..", "..idp.operations..", "org.stadttor.ui..");

    @ArchTest
    static final ArchRule login_does_not_know_operations = noClasses()
            .that()
            .resideInAPackage("..idp.login..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..idp.operations..");

    @ArchTest
    static final ArchRule operations_do_not_know_rooms_of_people = noClasses()
            .that()
            .resideInAPackage("..idp.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..idp.login..", "..idp.citizen..", "..idp.relyingparty..");

    /** Counting hears of everything and is asked by nobody, so that no login depends on it. */
    @ArchTest
    static final ArchRule only_wiring_uses_statistics = noClasses()
            .that()
            .resideOutsideOfPackages("org.stadttor.idp", "..idp.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..idp.statistics..");

    @ArchTest
    static final ArchRule statistics_know_no_people = noClasses()
            .that()
            .resideInAPackage("..idp.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..idp.citizen..", "..idp.operations..", "org.stadttor.wallet.pid..");

    @ArchTest
    static final ArchRule rooms_do_not_reach_into_the_bridge = noClasses()
            .that()
            .resideInAnyPackage(
                    "..idp.authorization..",
                    "..idp.citizen..",
                    "..idp.relyingparty..",
                    "..idp.login..",
                    "..idp.statistics..",
                    "..idp.explanation..",
                    "..idp.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BRIDGE_INSIDES);

    @ArchTest
    static final ArchRule only_wiring_uses_adapters = noClasses()
            .that()
            .resideOutsideOfPackages("org.stadttor.idp", "..jdbc..", "..web..", "..net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stadttor.idp..jdbc..", "org.stadttor.idp..web..", "org.stadttor.idp..net..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule one_http_client = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.apache.hc..");

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("org.stadttor.idp.(*)..").should().beFreeOfCycles();
}
