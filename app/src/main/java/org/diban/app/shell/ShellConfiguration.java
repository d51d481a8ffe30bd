package org.diban.app.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the frame together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShellSettings.class)
class ShellConfiguration {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    Messages messages() {
        return Messages.load();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Frame frame(
            Messages messages,
            Assets assets,
            DistrictName district,
            List<NavigationEntry> entries,
            List<SearchSource> sources,
            List<Inbox> inboxes,
            InstantSource clock) {
        return new Frame(messages, assets, district, entries, sources, inboxes, clock);
    }

    @Bean
    WebMvcConfigurer shellMvc(Pages pages, Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(pages);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(assets.root() + "/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(FOREVER);
                registry.addResourceHandler("/webjars/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(FOREVER);
                registry.addResourceHandler("/libraries/**")
                        .addResourceLocations("classpath:/META-INF/resources/_static/")
                        .setCacheControl(FOREVER);
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> compression() {
        return factory -> {
            Compression compression = new Compression();
            compression.setEnabled(true);
            compression.setMinResponseSize(DataSize.ofKilobytes(2));
            compression.setMimeTypes(new String[] {
                "text/html",
                "text/css",
                "text/javascript",
                "application/javascript",
                "application/json",
                "application/problem+json",
                "image/svg+xml",
                "text/csv"
            });
            factory.setCompression(compression);
        };
    }
}
