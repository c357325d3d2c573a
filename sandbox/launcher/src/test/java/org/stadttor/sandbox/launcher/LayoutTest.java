// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the launcher. */
@AnalyzeClasses(packages = "org.stadttor.sandbox.launcher", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchRule PRINTS_BY_LOGGING_ONLY = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule HAS_NO_CYCLES =
            slices().matching("org.stadttor.sandbox.launcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule KNOWS_THE_APPLICATIONS_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAnyPackage("..folder..", "..postgres..", "..settings..", "..registration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stadttor.idp..", "org.stadttor.trustlist..", "org.stadttor.wallet..");

    @ArchTest
    static final ArchRule FOLDER_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("org.stadttor.sandbox.launcher.folder")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.stadttor.sandbox.launcher.folder");
}
