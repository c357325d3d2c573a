// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadttor.staff.testing.PasskeyPage;
import org.stadttor.staff.testing.StaffBrowser;
import org.stadttor.staff.testing.TestStaff;

/** The session cookie behind https, and of another process. */
class StaffCookieTest {

    @Test
    void belongs_to_one_host_and_one_process() {
        try (TestStaff inside = TestStaff.start(
                        TestStaff.Place.create(),
                        "--test.staff.sandbox-sign-in=false",
                        "--test.staff.public-address=https://staff.example.org");
                TestStaff other = TestStaff.start(TestStaff.Place.create())) {
            HttpResponse<String> page = inside.browser().get("/staff/sign-in");
            List<String> cookies = page.headers().allValues("Set-Cookie");
            assertThat(cookies).hasSize(1);
            assertThat(cookies.getFirst())
                    .startsWith("__Host-stadttor-staff=")
                    .contains("Secure")
                    .contains("HttpOnly")
                    .contains("SameSite=Strict")
                    .contains("Path=/")
                    .doesNotContain("Domain");
            assertThat(new PasskeyPage(page).options().required("rpId").stringValue())
                    .isEqualTo("staff.example.org");

            StaffBrowser rolf = other.browser().signIn("rolf");
            assertThat(rolf.get("/staff").uri().getPath()).isEqualTo("/staff");
            // The same cookie, since browsers do not look at the port.
            try (TestStaff third = TestStaff.start(TestStaff.Place.create())) {
                assertThat(rolf.get(third.uri("/staff").toString()).uri().getPath())
                        .isEqualTo("/staff/sign-in");
            }
        }
    }
}
