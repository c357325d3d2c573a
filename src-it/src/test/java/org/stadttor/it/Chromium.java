// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.it;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser with a fresh profile. */
final class Chromium implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=en",
            "--window-size=1100,900");

    private final ChromeDriver driver;
    private final boolean scripts;

    private Chromium(ChromeDriver driver, boolean scripts) {
        this.driver = driver;
        this.scripts = scripts;
    }

    /** Starts the browser; skips the calling test where there is none. */
    static Chromium start(boolean scripts) {
        Path browser = Requirement.program("chromium", "chromium-browser").orElse(null);
        Path chromedriver = Requirement.program("chromedriver").orElse(null);
        Requirement.CHROMIUM.require(browser != null && chromedriver != null);
        try {
            Files.createDirectories(Path.of("target"));
            Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium-profile");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(browser.toFile());
            options.addArguments(FLAGS);
            options.addArguments("--user-data-dir=" + profile);
            if (!scripts) {
                options.setExperimentalOption(
                        "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
            }
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(chromedriver.toFile())
                    .usingAnyFreePort()
                    .build();
            return new Chromium(new ChromeDriver(service, options), scripts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    ChromeDriver driver() {
        return driver;
    }

    boolean has(String id) {
        return !driver.findElements(By.id(id)).isEmpty();
    }

    WebElement element(String id) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(ExpectedConditions.presenceOfElementLocated(By.id(id)));
    }

    void awaitHidden(String id) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(ExpectedConditions.invisibilityOfElementLocated(By.id(id)));
    }

    String text(String id) {
        return element(id).getText();
    }

    void press(String id) {
        WebElement element = element(id);
        element.click();
    }

    void type(String id, String text) {
        WebElement element = element(id);
        element.clear();
        element.sendKeys(text);
    }

    /** Keeps pictures of what is shown: light, dark and on a narrow screen; checks accessibility in each. */
    void keep(String state) {
        shoot(state + "-light", "light", 1100);
        check(state);
        shoot(state + "-dark", "dark", 1100);
        check(state);
        shoot(state + "-320", "light", 320);
        if (scripts) {
            Object wide = driver.executeScript(
                    "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
            Assertions.assertThat(wide)
                    .as("%s scrolls sideways at 320 px", state)
                    .isEqualTo(false);
        }
        check(state);
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void check(String state) {
        if (!scripts) {
            return; // axe is a script
        }
        Results results = new AxeBuilder().analyze(driver);
        Assertions.assertThat(results.getViolations())
                .as("accessibility of %s", state)
                .extracting(rule -> rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(n -> n.getHtml()).toList())
                .isEmpty();
    }

    private void shoot(String name, String scheme, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(
                    SCREENSHOTS.resolve(name + (scripts ? "" : "-noscript") + ".png"),
                    Base64.getDecoder().decode((String) data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
