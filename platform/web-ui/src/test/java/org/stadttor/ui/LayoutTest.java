// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency table of the architecture, for this module. */
@AnalyzeClasses(packages = "org.stadttor.ui", importOptions = DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule nothing_of_ours = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.stadttor..").and(resideOutsideOfPackage("org.stadttor.ui..")));
}
