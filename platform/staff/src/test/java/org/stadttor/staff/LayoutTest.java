// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The dependency table of the architecture, for this module. */
@AnalyzeClasses(packages = "org.stadttor.staff", importOptions = DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule staff_uses_audit_pages_and_settings = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.stadttor..")
                    .and(resideOutsideOfPackages(
                            "org.stadttor.staff..",
                            "org.stadttor.audit..",
                            "org.stadttor.ui..",
                            "org.stadttor.settings..")));

    @ArchTest
    static final ArchRule adapters_are_leaves = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.stadttor.staff..web..", "org.stadttor.staff..jdbc..", "org.stadttor.staff.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.staff..web..", "org.stadttor.staff..jdbc..", "org.stadttor.staff.wiring..");

    @ArchTest
    static final ArchRule there_are_no_cycles =
            slices().matching("org.stadttor.staff.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
