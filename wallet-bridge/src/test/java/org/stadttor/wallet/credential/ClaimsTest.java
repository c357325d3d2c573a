// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.credential.ClaimsPath.Component;
import org.stadttor.wallet.credential.CredentialRejectedException.Reason;
import org.stadttor.wallet.fixture.TestJws;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ClaimsTest {

    private static final ObjectNode TREE =
            TestJws.object("{\"a\":{\"b\":1},\"list\":[{\"x\":1},{\"x\":2},3],\"t\":\"text\"}");

    private static List<JsonNode> select(Component... components) {
        return Claims.of(TREE).select(new ClaimsPath(List.of(components)));
    }

    private static Component member(String name) {
        return new Component.Member(name);
    }

    @Test
    void selects_members() {
        assertThat(select(member("a"), member("b"))).containsExactly(TestJws.json("1"));
        assertThat(select(member("b"))).isEmpty();
        assertThat(select(member("t"), member("b"))).isEmpty();
    }

    @Test
    void selects_all_elements() {
        assertThat(select(member("list"), new Component.AllElements())).hasSize(3);
        assertThat(select(member("list"), new Component.AllElements(), member("x")))
                .containsExactly(TestJws.json("1"), TestJws.json("2"));
        assertThat(select(member("a"), new Component.AllElements())).isEmpty();
    }

    @Test
    void selects_by_index() {
        assertThat(select(member("list"), new Component.Index(2))).containsExactly(TestJws.json("3"));
        assertThat(select(member("list"), new Component.Index(3))).isEmpty();
        assertThat(select(member("a"), new Component.Index(0))).isEmpty();
    }

    @Test
    void gives_copies_away() {
        ObjectNode source = TREE.deepCopy();
        Claims claims = Claims.of(source);
        source.remove("a");
        ((ObjectNode) claims.select(ClaimsPath.of("a")).getFirst()).put("b", 2);
        assertThat(claims.select(ClaimsPath.of("a", "b"))).containsExactly(TestJws.json("1"));
    }

    @Test
    void shows_no_value() {
        assertThat(Claims.of(TREE).toString()).isEqualTo("Claims[3 members]");
    }

    @Test
    void rejects_paths_that_are_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClaimsPath(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Component.Index(-1));
    }

    @Test
    void knows_formats_by_their_exact_name() {
        assertThat(CredentialFormat.of("dc+sd-jwt")).contains(CredentialFormat.DC_SD_JWT);
        assertThat(CredentialFormat.of("vc+sd-jwt")).isEmpty();
    }

    @Test
    void has_a_code_for_each_reason() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code))
                .allMatch(code -> code.matches("[a-z_]+"))
                .doesNotHaveDuplicates();
        Exception cause = new IllegalStateException();
        assertThat(new CredentialRejectedException(Reason.EXPIRED, cause))
                .hasMessage("expired")
                .hasCause(cause);
        assertThat(new CredentialRejectedException(Reason.EXPIRED, cause).reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void redacts_what_is_not_verified() {
        CompactJws jws = CompactJws.parse("e30.e30.AAAA", Reason.MALFORMED);
        assertThat(jws).hasToString("CompactJws[redacted]");
        assertThat(jws.headerText("typ")).isEmpty();
        assertThat(Base64Url.encode(new byte[] {-1, -2})).isEqualTo("__4");
    }
}
