// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.stadttor.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule uses_nothing_else_of_ours = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.audit..",
                    "java..",
                    "javax.sql..",
                    "org.springframework..",
                    "org.flywaydb..",
                    "tools.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule spring_and_flyway_only_in_jdbc = noClasses()
            .that()
            .resideInAPackage("org.stadttor.audit")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.flywaydb..", "org.stadttor.audit.jdbc..");

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses().should().callMethod(Instant.class, "now");
}
