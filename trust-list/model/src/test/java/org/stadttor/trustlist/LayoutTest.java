// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.stadttor", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule lote_uses_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("org.stadttor.trustlist.lote..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.trustlist.evaluation..", "org.stadttor.audit..", "org.stadttor.outbound..");

    @ArchTest
    static final ArchRule no_spring = noClasses()
            .that()
            .resideInAPackage("org.stadttor.trustlist..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..");

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .that()
            .resideInAPackage("org.stadttor.trustlist..")
            .should()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.stadttor.trustlist.(*)..").should().beFreeOfCycles();
}
