// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.ui;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages for an application: {@code @Import(UiConfiguration.class)} and a bean of type {@link Site}. Brings the layout, the
 * message source, languages, assets under {@code /ui/…} and the page for errors.
 */
@Configuration(proxyBeanMethods = false)
public class UiConfiguration {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Languages localeResolver() {
        return new Languages();
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    @Bean
    MessageSource messageSource(Site site, ObjectProvider<MessageBundle> features) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.of(
                        site.messageBundles().stream(),
                        features.stream().map(MessageBundle::baseName),
                        Stream.of("messages/ui"))
                .flatMap(names -> names)
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    WebMvcConfigurer uiConfigurer(Site site, Assets assets, Languages languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(languages);
                registry.addInterceptor(new Layout.Provider(site, assets));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                new AssetHandlers(assets).register(registry);
            }
        };
    }
}
