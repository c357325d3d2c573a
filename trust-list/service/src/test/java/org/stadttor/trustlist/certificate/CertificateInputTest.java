// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.certificate.CertificateInputException.Reason;

class CertificateInputTest {

    private static final TestKey FIRST = TestKey.create("First");
    private static final TestKey SECOND = TestKey.create("Second");

    private static byte[] der(TestKey key) throws Exception {
        return key.certificate().getEncoded();
    }

    private static String base64(TestKey key) throws Exception {
        return Base64.getEncoder().encodeToString(der(key));
    }

    private static void assertRefused(String input, Reason reason) {
        assertThatThrownBy(() -> CertificateInput.parse(input))
                .isInstanceOfSatisfying(
                        CertificateInputException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertRefused(byte[] input, Reason reason) {
        assertThatThrownBy(() -> CertificateInput.parse(input))
                .isInstanceOfSatisfying(
                        CertificateInputException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void reasons_have_stable_codes() {
        assertThat(Reason.PRIVATE_KEY_INSIDE.code()).isEqualTo("private_key_inside");
    }

    @Test
    void rejects_a_certificate_for_which_readers_would_refuse_a_whole_list() throws Exception {
        byte[] large = CertificateFixture.leaf(f -> f.with("1.2.3.4", false, new DEROctetString(new byte[66_000])))
                .getEncoded();
        assertRefused(Base64.getEncoder().encodeToString(large), Reason.CERTIFICATE_UNREADABLE);
        assertRefused(large, Reason.CERTIFICATE_UNREADABLE);
        byte[] fine = CertificateFixture.leaf(f -> f.with("1.2.3.4", false, new DEROctetString(new byte[30_000])))
                .getEncoded();
        assertThat(CertificateInput.parse(fine).certificates()).hasSize(1);
    }

    @Test
    void accepts_pem_in_its_order_with_text_around_and_windows_line_ends() {
        String text =
                "subject=First\n" + FIRST.certificatePem() + "\nissuer - of it\n" + SECOND.certificatePem() + "end";
        assertThat(CertificateInput.parse(text.replace("\n", "\r\n")).certificates())
                .containsExactly(FIRST.certificate(), SECOND.certificate());
    }

    @Test
    void accepts_one_base64_der_with_and_without_line_breaks() throws Exception {
        assertThat(CertificateInput.parse(" " + base64(FIRST) + "\n").certificates())
                .containsExactly(FIRST.certificate());
        assertThat(CertificateInput.parse(Base64.getMimeEncoder().encodeToString(der(FIRST)))
                        .certificates())
                .containsExactly(FIRST.certificate());
    }

    @Test
    void accepts_the_x5c_member_of_a_jose_header() throws Exception {
        assertThat(CertificateInput.parse("[ \"" + base64(SECOND) + "\",\n\"" + base64(FIRST) + "\" ]")
                        .certificates())
                .containsExactly(SECOND.certificate(), FIRST.certificate());
        assertRefused("[" + base64(FIRST) + "]", Reason.NOT_PEM_OR_BASE64);
        assertRefused("[]", Reason.NOT_PEM_OR_BASE64);
    }

    @Test
    void accepts_uploaded_der_and_uploaded_pem() throws Exception {
        assertThat(CertificateInput.parse(der(FIRST)).certificates()).containsExactly(FIRST.certificate());
        assertThat(CertificateInput.parse(FIRST.certificatePem().getBytes(StandardCharsets.US_ASCII))
                        .certificates())
                .containsExactly(FIRST.certificate());
    }

    @Test
    void names_a_certificate_that_came_twice_once() {
        assertThat(CertificateInput.parse(FIRST.certificatePem() + FIRST.certificatePem())
                        .certificates())
                .containsExactly(FIRST.certificate());
    }

    @Test
    void rejects_nothing() {
        assertRefused("", Reason.INPUT_EMPTY);
        assertRefused(" \r\n\t", Reason.INPUT_EMPTY);
        assertRefused(new byte[0], Reason.INPUT_EMPTY);
    }

    @Test
    void rejects_what_is_too_long_and_accepts_the_longest() {
        String longest = FIRST.certificatePem();
        longest = longest + " ".repeat(CertificateInput.MAX_LENGTH - longest.length());
        assertThat(CertificateInput.parse(longest).certificates()).hasSize(1);
        assertRefused(longest + " ", Reason.INPUT_TOO_LONG);
        assertRefused(new byte[CertificateInput.MAX_LENGTH + 1], Reason.INPUT_TOO_LONG);
    }

    @Test
    void rejects_more_certificates_than_anybody_has() {
        List<String> all = IntStream.range(0, CertificateInput.MAX_CERTIFICATES)
                .mapToObj(i -> TestKey.create("K" + i).certificatePem())
                .toList();
        String input = all.stream().collect(Collectors.joining());
        assertThat(CertificateInput.parse(input).certificates()).hasSize(CertificateInput.MAX_CERTIFICATES);
        assertRefused(input + FIRST.certificatePem(), Reason.TOO_MANY_CERTIFICATES);
    }

    @Test
    void rejects_a_private_key_wherever_it_stands() {
        assertRefused(FIRST.keyPem(), Reason.PRIVATE_KEY_INSIDE);
        assertRefused(FIRST.certificatePem() + FIRST.keyPem(), Reason.PRIVATE_KEY_INSIDE);
        assertRefused(FIRST.keyPem().replace("PRIVATE KEY", "EC PRIVATE KEY"), Reason.PRIVATE_KEY_INSIDE);
    }

    @Test
    void rejects_pem_of_another_kind_and_pem_without_end() {
        String request = FIRST.certificatePem().replace("CERTIFICATE", "CERTIFICATE REQUEST");
        assertRefused(request, Reason.NOT_A_CERTIFICATE);
        assertRefused(FIRST.certificatePem() + request, Reason.NOT_A_CERTIFICATE);
        assertRefused(FIRST.certificatePem().replace("-----END CERTIFICATE-----", ""), Reason.NOT_A_CERTIFICATE);
    }

    @Test
    void rejects_what_is_no_base64() {
        assertRefused("https://example.org/certificate.pem", Reason.NOT_PEM_OR_BASE64);
        assertRefused("AAAAA", Reason.NOT_PEM_OR_BASE64);
        assertRefused(FIRST.certificatePem().replace("\n", "\n*"), Reason.NOT_PEM_OR_BASE64);
    }

    @Test
    void rejects_what_is_no_certificate_and_what_follows_one() throws Exception {
        assertRefused("AAAA", Reason.CERTIFICATE_UNREADABLE);
        assertRefused(
                Base64.getEncoder().encodeToString(FIRST.keys().getPublic().getEncoded()),
                Reason.CERTIFICATE_UNREADABLE);
        byte[] der = der(FIRST);
        assertRefused(Arrays.copyOf(der, der.length + 1), Reason.CERTIFICATE_UNREADABLE);
        assertRefused(Arrays.copyOf(der, der.length - 1), Reason.CERTIFICATE_UNREADABLE);
    }
}
