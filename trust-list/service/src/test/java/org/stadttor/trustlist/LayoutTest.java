// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.stadttor.trustlist", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    private static final String OURS = "org.stadttor..";

    private static ArchRule room(String room, String... mayUse) {
        String[] allowed = new String[mayUse.length + 1];
        System.arraycopy(mayUse, 0, allowed, 0, mayUse.length);
        allowed[mayUse.length] = "org.stadttor.trustlist." + room;
        return noClasses()
                .that()
                .resideInAPackage("org.stadttor.trustlist." + room)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(OURS)
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed))));
    }

    private static final String LOTE = "org.stadttor.trustlist.lote";
    private static final String EVALUATION = "org.stadttor.trustlist.evaluation";
    private static final String ISSUER = "org.stadttor.trustlist.issuer";
    private static final String PUBLICATION = "org.stadttor.trustlist.publication";

    @ArchTest
    static final ArchRule issuer = room("issuer", LOTE, EVALUATION, "org.stadttor.audit");

    @ArchTest
    static final ArchRule issuer_jdbc = room("issuer.jdbc", ISSUER, LOTE);

    private static final String CERTIFICATE = "org.stadttor.trustlist.certificate";

    @ArchTest
    static final ArchRule certificate = room("certificate", LOTE, EVALUATION);

    private static final String COMPARISON = "org.stadttor.trustlist.comparison";

    @ArchTest
    static final ArchRule comparison = room("comparison", LOTE, ISSUER, CERTIFICATE);

    private static final String OVERVIEW = "org.stadttor.trustlist.overview";

    @ArchTest
    static final ArchRule overview =
            room("overview", LOTE, EVALUATION, ISSUER, CERTIFICATE, PUBLICATION, "org.stadttor.audit");

    @ArchTest
    static final ArchRule overview_web = room(
            "overview.web",
            LOTE,
            EVALUATION,
            ISSUER,
            CERTIFICATE,
            COMPARISON,
            PUBLICATION,
            OVERVIEW,
            "org.stadttor.audit",
            "org.stadttor.staff");

    @ArchTest
    static final ArchRule curation = room("curation", LOTE, ISSUER, CERTIFICATE, COMPARISON);

    @ArchTest
    static final ArchRule curation_web = room(
            "curation.web",
            LOTE,
            ISSUER,
            CERTIFICATE,
            COMPARISON,
            PUBLICATION,
            "org.stadttor.trustlist.curation",
            "org.stadttor.trustlist.comparison",
            "org.stadttor.staff",
            "org.stadttor.ui");

    private static final String AUTOMATION = "org.stadttor.trustlist.automation";

    @ArchTest
    static final ArchRule automation = room("automation", LOTE, ISSUER, CERTIFICATE, "org.stadttor.trustlist.curation");

    @ArchTest
    static final ArchRule automation_web =
            room("automation.web", AUTOMATION, LOTE, ISSUER, PUBLICATION, "org.stadttor.staff");

    @ArchTest
    static final ArchRule publication = room("publication", LOTE, ISSUER, "org.stadttor.audit");

    @ArchTest
    static final ArchRule publication_jdbc = room("publication.jdbc", PUBLICATION, ISSUER);

    @ArchTest
    static final ArchRule publication_web = room("publication.web", PUBLICATION, ISSUER);

    @ArchTest
    static final ArchRule operations =
            room("operations", "org.stadttor.audit..", "org.stadttor.settings", "org.stadttor.staff..");

    @ArchTest
    static final ArchRule adapters_are_wired_only_at_the_root = classes()
            .that()
            .resideInAnyPackage("org.stadttor.trustlist..jdbc", "org.stadttor.trustlist..web")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(
                    "org.stadttor.trustlist", "org.stadttor.trustlist..jdbc", "org.stadttor.trustlist..web");

    @ArchTest
    static final ArchRule the_web_only_in_web = noClasses()
            .that()
            .resideInAnyPackage("org.stadttor.trustlist.issuer..", "org.stadttor.trustlist.publication")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.stadttor.trustlist.(*)..").should().beFreeOfCycles();
}
