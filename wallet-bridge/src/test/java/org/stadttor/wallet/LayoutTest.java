// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** The dependency table of the architecture, for this module. A new arrow is a decision, written as an ADR. */
@AnalyzeClasses(packages = "org.stadttor.wallet", importOptions = DoNotIncludeTests.class)
class LayoutTest {

    private static final String LIST = "org.stadttor.trustlist.lote..";
    private static final String EVALUATION = "org.stadttor.trustlist.evaluation..";
    private static final String OUTBOUND = "org.stadttor.outbound..";

    @ArchTest
    static final ArchRule credential_uses_nothing_of_ours = room("credential");

    @ArchTest
    static final ArchRule dcql_uses = room("dcql", wallet("credential"));

    @ArchTest
    static final ArchRule pid_uses = room("pid", wallet("credential"), wallet("dcql"));

    @ArchTest
    static final ArchRule sdjwt_uses =
            room("sdjwt", wallet("credential"), wallet("trust"), wallet("statuslist"), EVALUATION, LIST);

    @ArchTest
    static final ArchRule statuslist_uses =
            room("statuslist", wallet("credential"), wallet("trust"), OUTBOUND, EVALUATION, LIST);

    @ArchTest
    static final ArchRule trust_uses = room("trust", OUTBOUND, EVALUATION, LIST);

    @ArchTest
    static final ArchRule openid4vp_uses = room("openid4vp", wallet("credential"), wallet("dcql"));

    @ArchTest
    static final ArchRule presentation_uses =
            room("presentation", wallet("credential"), wallet("dcql"), wallet("openid4vp"), wallet("pid"));

    @ArchTest
    static final ArchRule nobody_uses_the_composition_root = noClasses()
            .that()
            .resideOutsideOfPackage(wallet("autoconfigure"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(wallet("autoconfigure"));

    @ArchTest
    static final ArchRule adapters_are_leaves = noClasses()
            .that()
            .resideOutsideOfPackages("..jdbc..", "..web..", wallet("autoconfigure"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stadttor.wallet..jdbc..", "org.stadttor.wallet..web..");

    @ArchTest
    static final ArchRule spring_only_at_the_rim = noClasses()
            .that()
            .resideOutsideOfPackages("..jdbc..", "..web..", wallet("autoconfigure"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..");

    @ArchTest
    static final ArchRule no_http_client_of_its_own =
            noClasses().should().dependOnClassesThat().belongToAnyOf(HttpClient.class);

    @ArchTest
    static final ArchRule the_clock_is_injected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.stadttor.wallet.(*)..").should().beFreeOfCycles();

    private static ArchRule room(String room, String... mayUse) {
        String[] own =
                Stream.concat(Arrays.stream(mayUse), Stream.of(wallet(room))).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(wallet(room))
                .and()
                .resideOutsideOfPackages("..jdbc..", "..web..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.stadttor..").and(resideOutsideOfPackages(own)))
                .allowEmptyShould(true);
    }

    private static String wallet(String room) {
        return "org.stadttor.wallet." + room + "..";
    }
}
