// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The launcher may use every module, but only by the doors that the real thing has. */
@AnalyzeClasses(packages = "org.stadttor.sandbox.launcher", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule goes_through_use_cases_and_not_into_tables = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.trustlist..jdbc..", "org.stadttor.wallet..jdbc..", "org.stadttor.idp..jdbc..");

    @ArchTest
    static final ArchRule asks_a_clock_for_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
