// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.settings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.stadttor.settings", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule uses_nothing_else_of_ours = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.stadttor.settings", "java..", "org.springframework..", "org.jspecify..");
}
