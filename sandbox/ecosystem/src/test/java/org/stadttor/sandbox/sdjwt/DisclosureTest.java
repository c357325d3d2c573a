// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DisclosureTest {

    /** Published in RFC 9901, section 4.2.1 and 4.2.3. */
    private static final String MOEBIUS = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";

    @Test
    void reads_a_published_property() {
        Disclosure disclosure = Disclosure.parse(MOEBIUS);
        assertThat(disclosure.name()).isEqualTo("family_name");
        assertThat(disclosure.value()).isEqualTo("Möbius");
        assertThat(disclosure.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void reads_a_published_array_element() {
        Disclosure disclosure = Disclosure.parse("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0");
        assertThat(disclosure.name()).isNull();
        assertThat(disclosure.digest()).isEqualTo("w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs");
    }

    @Test
    void writes_what_it_can_read_with_a_new_salt_each_time() {
        Disclosure one = Disclosure.property("given_name", "Zoë");
        Disclosure two = Disclosure.property("given_name", "Zoë");
        assertThat(one.encoded()).isNotEqualTo(two.encoded()).matches("[A-Za-z0-9_-]+");
        assertThat(Disclosure.parse(one.encoded())).isEqualTo(one);
        assertThat(one.toString()).doesNotContain("Zoë");
    }

    @Test
    void rejects_arrays_of_other_sizes() {
        assertThatThrownBy(() -> Disclosure.parse("WyJhIl0")).isInstanceOf(IllegalArgumentException.class);
    }
}
