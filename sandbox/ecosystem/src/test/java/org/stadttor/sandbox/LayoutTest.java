// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The presenting and issuing half shares no code with the verifying half, so that each checks the other. */
@AnalyzeClasses(packages = "org.stadttor.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule uses_nothing_of_ours_but_the_layout_of_pages = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.wallet..",
                    "org.stadttor.trustlist..",
                    "org.stadttor.idp..",
                    "org.stadttor.outbound..",
                    "org.stadttor.audit..",
                    "org.stadttor.sandbox.launcher..");

    @ArchTest
    static final ArchRule speaks_the_protocols_without_spring = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.stadttor.sandbox.keys",
                    "org.stadttor.sandbox.sdjwt",
                    "org.stadttor.sandbox.statuslist",
                    "org.stadttor.sandbox.pidprovider",
                    "org.stadttor.sandbox.wallet")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..");

    @ArchTest
    static final ArchRule asks_a_clock_for_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule has_no_cycles =
            slices().matching("org.stadttor.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_portal_knows_neither_wallet_nor_provider = classes()
            .that()
            .resideInAPackage("org.stadttor.sandbox.portal..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.stadttor.sandbox.wallet..", "org.stadttor.sandbox.pidprovider..");
}
