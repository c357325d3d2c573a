// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.stadttor.outbound", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule uses_nothing_of_ours_and_no_framework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.outbound", "java..", "javax.net.ssl", "org.jspecify..", "org.apache.hc..");

    @ArchTest
    static final ArchRule shows_no_type_of_the_client_library = noClasses()
            .that()
            .arePublic()
            .and()
            .doNotHaveSimpleName("OutboundHttp")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");
}
