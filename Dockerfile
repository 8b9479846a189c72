# The shop as an image: all services from one jar; BOOKSTORE_SERVICES says which of them run.
FROM eclipse-temurin:25.0.1_8-jdk AS build
WORKDIR /source
COPY . .
RUN ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl routes -am package

FROM eclipse-temurin:25.0.1_8-jre AS layers
WORKDIR /layers
COPY --from=build /source/routes/target/bookstore-run.jar bookstore.jar
RUN java -Djarmode=tools -jar bookstore.jar extract --layers --destination .

FROM eclipse-temurin:25.0.1_8-jre
WORKDIR /app
RUN useradd --system --uid 1001 --home-dir /app bookstore && chown bookstore /app
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY --chmod=755 deploy/ready.sh ready.sh
USER 1001

# One start without servers, to write down which classes are loaded: the next ones take half the time.
RUN BOOKSTORE_SERVICES=gateway BOOKSTORE_EMBEDDED_ENABLED=false BOOKSTORE_DATABASE_URL=none \
    SPRING_DATA_REDIS_HOST=none SPRING_RABBITMQ_HOST=none SPRING_MAIL_HOST=none CAMEL_COMPONENT_QDRANT_HOST=none \
    java -XX:AOTCacheOutput=bookstore.aot -Dspring.context.exit=onRefresh -jar bookstore.jar

ENV JAVA_TOOL_OPTIONS="-XX:AOTCache=/app/bookstore.aot -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080 9876
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=12 CMD ["/app/ready.sh"]
ENTRYPOINT ["java", "-jar", "bookstore.jar"]
